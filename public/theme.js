// The operator's choice of light or dark, put on the page before it is painted. Without one the system decides.
try {
  const theme = localStorage.getItem('rollcall.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be forbidden; the system's choice stands then.
}
