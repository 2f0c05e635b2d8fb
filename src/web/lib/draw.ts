import type { CSSProperties, ReactNode } from 'react'
import { Fragment, isValidElement } from 'react'

type Props = { readonly children?: ReactNode; readonly style?: CSSProperties }
type Look = (props: Props) => ReactNode

const isLook = (value: unknown): value is Look => typeof value === 'function'
const isBag = (value: unknown): value is Readonly<Record<string, unknown>> =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

/** What draws a component: its `still`, itself, or what `memo` stands around. */
function lookOf(component: unknown): Look {
  const still = isBag(component) ? component['still'] : undefined
  if (isLook(still)) return still
  if (isLook(component)) return component
  if (isBag(component)) return lookOf(component['type'])
  throw new Error('Only elements and components can be drawn.')
}

function setStyle({ style }: ElementCSSInlineStyle, values: CSSProperties): void {
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === 'number' ? `${value}px` : String(value)
    // One by one, as a page may set them that forbids styles in its text.
    if (name.startsWith('--')) style.setProperty(name, text)
    else Reflect.set(style, name, text)
  }
}

function drawElement(tag: string, { children, style = {}, ...attributes }: Props): Element {
  const element = document.createElement(tag)
  setStyle(element, style)
  for (const [name, value] of Object.entries<unknown>(attributes)) {
    const isSwitch = !/^(?:aria|data)-/.test(name)
    if (typeof value === 'boolean' && isSwitch) element.toggleAttribute(name, value)
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      element.setAttribute(name === 'className' ? 'class' : name, String(value))
  }
  draw(children, element)
  return element
}

/**
 * Adds to an element what React would draw there, once and before React is here: elements of HTML whose numbers are
 * pixels, and components without state or their `still`, which is what one with state looks like before it lives. Nothing
 * in it answers to anybody. Fails at anything else.
 */
export function draw(node: ReactNode, into: Element): void {
  if (typeof node === 'string' || typeof node === 'number') into.append(String(node))
  else if (Array.isArray(node)) for (const each of node) draw(each, into)
  else if (isValidElement<Props>(node)) {
    const { type, props } = node
    if (typeof type === 'string') into.append(drawElement(type, props))
    else draw(type === Fragment ? props.children : lookOf(type)(props), into)
  } else if (node !== null && node !== undefined && typeof node !== 'boolean')
    throw new Error('Only elements and components can be drawn.')
}
