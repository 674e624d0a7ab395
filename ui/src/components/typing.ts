/** Whether what is pressed there is written there. In a choice that was just clicked letters mean nothing. */
export function isTyping(target: EventTarget | null): boolean {
  const field = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]";
  return target instanceof Element && target.closest(field) !== null;
}
