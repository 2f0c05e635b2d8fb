import 'react'

// A style may set variables, which React passes on and its types leave out.
declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
