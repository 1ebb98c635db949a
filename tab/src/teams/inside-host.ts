/** Whether something around us may be Teams: a frame, or the desktop client's own window. */
export function insideHost(): boolean {
  return window.parent !== window || 'nativeInterface' in window;
}
