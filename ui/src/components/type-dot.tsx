import type { CSSProperties } from "react";
import "./type-colour.css";

const styles = new Map<string, CSSProperties>();

/** The same object for the same colour: React then does not look into it, for each appointment that is drawn again. */
export function typeStyle(colour: string): CSSProperties {
  const style = styles.get(colour) ?? ({ "--type": colour } as CSSProperties);
  styles.set(colour, style);
  return style;
}

export function TypeDot({ colour }: { colour: string }) {
  return <span className="type-dot" style={typeStyle(colour)} aria-hidden />;
}
