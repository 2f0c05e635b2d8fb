/** The value of a JSON text, or undefined when it is none. (No JSON reads as undefined.) */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The JSON in a request, or undefined when it is none. */
export const readJson = async (request: { text(): Promise<string> }): Promise<unknown> =>
  parseJson(await request.text())
