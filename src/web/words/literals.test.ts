import { expect, test } from 'vitest'
import { parseSync } from 'vite'

// Every word that is shown or said comes from the catalogue: no text stands in the code itself.

const files = import.meta.glob<string>('/src/web/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sources = Object.entries(files).filter(
  ([path]) => !/\.test\.tsx?$|^\/src\/web\/words\//u.test(path),
)

type Node = { readonly type: string; readonly start: number; readonly [name: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

// Where a text is shown or said, in markup and in what describes a command.
const spoken =
  /^(?:aria-(?:label|description|valuetext|roledescription)|alt|label|placeholder|refusal|says|title|words)$/u
// Letters that make a word; the signs, the name of the product, and what only a machine reads do not.
const wordy = /\p{L}{2}/u
const allowed = new Set(['Rollcall', 'UTC', ' · Rollcall'])

const isWordy = (text: unknown): boolean =>
  typeof text === 'string' && wordy.test(text) && !allowed.has(text.trim()) && !allowed.has(text)

/** The texts that an expression may come to, as far as they stand in it. */
function textsOf(node: Node): readonly string[] {
  const { type } = node
  if (type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : []
  if (type === 'TemplateLiteral' && Array.isArray(node['quasis']))
    return node['quasis'].map((quasi: { value: { cooked: string } }) => quasi.value.cooked)
  const parts =
    type === 'ConditionalExpression'
      ? [node['consequent'], node['alternate']]
      : type === 'LogicalExpression'
        ? [node['right']]
        : type === 'JSXExpressionContainer'
          ? [node['expression']]
          : []
  return parts.filter(isNode).flatMap(textsOf)
}

function literalsIn(node: unknown, found: string[] = []): readonly string[] {
  if (Array.isArray(node)) for (const inner of node) literalsIn(inner, found)
  if (!isNode(node)) return found
  const name = isNode(node['name']) ? node['name']['name'] : undefined
  const key = isNode(node['key']) ? (node['key']['name'] ?? node['key']['value']) : undefined
  const value = isNode(node['value']) ? node['value'] : null
  if (node.type === 'JSXText') found.push(String(node['value']))
  else if (node.type === 'JSXElement' && Array.isArray(node['children']))
    found.push(
      ...node['children']
        .filter(isNode)
        .filter(({ type }) => type === 'JSXExpressionContainer')
        .flatMap(textsOf),
    )
  else if (node.type === 'JSXAttribute' && spoken.test(String(name)) && value !== null)
    found.push(...textsOf(value))
  else if (node.type === 'Property' && spoken.test(String(key)) && value !== null)
    found.push(...textsOf(value))
  for (const inner of Object.values(node)) if (inner !== node['loc']) literalsIn(inner, found)
  return found
}

const wordsIn = (code: string): readonly string[] =>
  literalsIn(parseSync('source.tsx', code).program).filter(isWordy)

test.each(sources)('%s says nothing that is not in the catalogue', (_, code) => {
  expect(wordsIn(code)).toEqual([])
})

test.each([
  '<p>Hello there</p>',
  '<p title="Hello there" />',
  '<p aria-label={`Hello ${name}`} />',
  '<p>{open ? "Hello there" : null}</p>',
  'const command = { label: "Hello there" }',
])('a text that stands in the code is found: %s', (code) => {
  expect(wordsIn(code)).toHaveLength(1)
})
