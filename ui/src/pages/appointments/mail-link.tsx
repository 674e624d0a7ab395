// The client's link as the draft of an e-mail. The draft is made in Rust: neither address nor link comes here.
import { Button } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { draftClientLink } from "@/api/rooms";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";

export function MailLink({ id }: { id: string }) {
  const drafting = useMutation(draftClientLink);
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconMail size={15} aria-hidden />}
      loading={drafting.isPending}
      onClick={() => drafting.mutate([id], { onSuccess: () => tell(m.mail_drafted()) })}
    >
      {m.mail_client_link()}
    </Button>
  );
}
