// A menu where something was right-clicked, or asked for by the menu key. The focus goes back to where it was.
import { Menu, UnstyledButton } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { type ReactNode, useEffect, useState } from "react";

export type Point = { x: number; y: number };
type Props = { at: Point; label: string; onClose: () => void; children: ReactNode };

export function MenuAt({ at, label, onClose, children }: Props) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What was chosen may have moved the focus to a window of its own.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  // Wherever the focus is: the button of the mouse, let go after the menu came, may have taken it out again.
  useWindowEvent("keydown", ({ key }) => {
    if (key === "Escape") onClose();
  });
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      returnFocus={false}
      floatingStrategy="fixed"
      // Within the page, so that it belongs to a landmark.
      portalProps={{ target: "#main" }}
    >
      <Menu.Target>
        <UnstyledButton
          tabIndex={-1}
          aria-label={label}
          style={{ position: "fixed", left: at.x, top: at.y, width: 0, height: 0 }}
        />
      </Menu.Target>
      {/* What is chosen may open a window, which gives the focus back to what has it now: not to the item, soon gone. */}
      <Menu.Dropdown miw={210} onClickCapture={() => before instanceof HTMLElement && before.focus()}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where a menu opens: under the pointer, or at the element when a key asked for it. */
export function pointOf(event: { clientX: number; clientY: number }, element: Element): Point {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  const inside = x >= left && x <= right && y >= top && y <= bottom;
  return inside && (x > 0 || y > 0) ? { x, y } : { x: left + 12, y: Math.min(bottom, top + 24) };
}
