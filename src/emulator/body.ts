/** The JSON in a request, or undefined when it is none. (No JSON reads as undefined.) */
export const readJson = async (request: { text(): Promise<string> }): Promise<unknown> => {
  try {
    return JSON.parse(await request.text())
  } catch {
    return undefined
  }
}
