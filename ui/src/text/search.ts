/** Without accents and in small letters, as people type what they look for. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Whose name begins with what was typed, then who has a word in it that does; otherwise the order stays. */
export function bestFirst<T extends { name: string }>(found: readonly T[], search: string): T[] {
  const wanted = plain(search.trim());
  const rank = ({ name }: T) => {
    const at = plain(name);
    if (at.startsWith(wanted)) return 0;
    return at.split(/[\s'’-]+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return found.toSorted((a, b) => rank(a) - rank(b));
}
