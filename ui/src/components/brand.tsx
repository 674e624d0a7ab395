/** The mark: a week with one day taken. */
export function Brand({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#3b5bdb" />
      <path
        d="M8.2 9.5 14.6 23.2a1.6 1.6 0 0 0 2.9 0L23.8 9.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="10.4" r="2.1" fill="#fff" />
    </svg>
  );
}
