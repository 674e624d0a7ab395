export default function Soon(_: { given: unknown }) {
  return null;
}
