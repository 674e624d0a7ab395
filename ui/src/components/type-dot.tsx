import type { CSSProperties } from "react";
import "./type-colour.css";

export function typeStyle(colour: string): CSSProperties {
  return { "--type": colour } as CSSProperties;
}

export function TypeDot({ colour }: { colour: string }) {
  return <span className="type-dot" style={typeStyle(colour)} aria-hidden />;
}
