"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { OutgoingPreview } from "./outgoing-preview";

/** Shows, for a question that no hosted model was asked, what one would be sent. */
export function QuestionOutgoing({ question }: { question: string }) {
  const t = useTranslations("outgoing");
  const trpc = useTRPC();
  const preview = useMutation(trpc.redaction.previewQuestion.mutationOptions());

  if (preview.data) return <OutgoingPreview preview={preview.data} />;
  return (
    <>
      <Button loading={preview.isPending} onClick={() => preview.mutate({ question })}>
        {t("see")}
      </Button>
      {preview.error && <FormProblem problem={problemOf(preview.error)} />}
    </>
  );
}
