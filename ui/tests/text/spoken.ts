// Words for people that stand in a source itself: between tags, in what is shown or read of an element, in the fields of
// an object that becomes such a thing. Read from the syntax tree, so that no way of writing them hides them.
import { parseAst } from "vite";

type Node = { type: string; [key: string]: unknown };

/** Attributes and fields that people see or hear. */
const heard =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|\w*[lL]abel|title|subtitle|placeholder|description|alt|error|message|legend|summary|hint|what|toDo|nothingFound\w*)$/;
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";
const worded = (text: string) => /\p{L}{2,}/u.test(text.replaceAll(/&\w+;/g, ""));

export function spoken(source: string): string[] {
  const found: string[] = [];
  const take = (text: unknown) => {
    if (typeof text === "string" && worded(text)) found.push(text.trim());
  };
  walk(parseAst(source, { lang: "tsx" }) as unknown as Node, take);
  return found;
}

function walk(node: Node, take: (text: unknown) => void): void {
  if (node.type === "JSXText") take(node.value);
  else if (node.type === "JSXElement" || node.type === "JSXFragment") {
    for (const child of childrenOf(node)) if (child.type === "JSXExpressionContainer") value(child.expression, take);
  } else if (node.type === "JSXAttribute" && heard.test(nameOf(node.name))) value(node.value, take);
  else if (node.type === "Property" && heard.test(nameOf(node.key))) value(node.value, take);
  for (const inside of Object.values(node)) {
    for (const one of Array.isArray(inside) ? inside : [inside]) if (isNode(one)) walk(one, take);
  }
}

const childrenOf = ({ children }: Node) => (Array.isArray(children) ? children.filter(isNode) : []);
const nameOf = (key: unknown) => {
  const { name, value: text } = key as { name?: unknown; value?: unknown };
  return String(typeof name === "string" ? name : (text ?? ""));
};

/** What an expression can come to; what a function makes of its arguments is the function's own business. */
function value(node: unknown, take: (text: unknown) => void): void {
  if (!isNode(node)) return;
  if (node.type === "Literal") take(node.value);
  else if (node.type === "TemplateElement") take((node.value as { cooked: string }).cooked);
  else if (node.type === "TemplateLiteral") for (const part of node.quasis as Node[]) value(part, take);
  else if (node.type === "ConditionalExpression")
    for (const part of [node.consequent, node.alternate]) value(part, take);
  else if (node.type === "LogicalExpression") for (const part of [node.left, node.right]) value(part, take);
  else if (node.type === "BinaryExpression" && node.operator === "+")
    for (const part of [node.left, node.right]) value(part, take);
  else if (
    node.type === "JSXExpressionContainer" ||
    node.type.startsWith("TS") ||
    node.type === "ParenthesizedExpression"
  )
    value(node.expression, take);
}
