import { Avatar } from "@mantine/core";

export function Initials({ name, size = 30 }: { name: string; size?: number }) {
  const parts = name.trim().split(/\s+/);
  const letters = `${parts[0]?.[0] ?? ""}${parts.length > 1 ? (parts.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
  return (
    <Avatar
      size={size}
      radius="xl"
      aria-hidden
      styles={{ placeholder: { background: "var(--accent-soft)", color: "var(--accent-ink)", fontSize: size * 0.38 } }}
    >
      {letters}
    </Avatar>
  );
}
