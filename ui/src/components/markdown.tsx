// Markdown shown, and nothing else: HTML in it stays text, no picture is fetched, and a link shows where it leads
// instead of leading there, since the window opens no address.
import ReactMarkdown, { type Components } from "react-markdown";
import classes from "./markdown.module.css";

const components: Components = {
  a: ({ children, href }) => (
    <span>
      {children}
      {href && href !== String(children) && ` (${href})`}
    </span>
  ),
  img: ({ alt }) => <span>{alt}</span>,
  // The page has its own headings above these.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
};

export default function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      <ReactMarkdown components={components}>{text}</ReactMarkdown>
    </div>
  );
}
