const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

/** Whether a Host header names this machine itself, and nothing that a name server could decide. */
export const isLoopback = (host: string): boolean => loopback.test(host)
