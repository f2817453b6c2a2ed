"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "~/i18n/use-language";

/** Questions that the documents are known to answer: all that the reader sees, or those of a project or one document. */
export function SampleQuestions({
  scope = {},
  onChoose,
}: {
  scope?: { projectId?: string | undefined; documentId?: string | undefined };
  onChoose: (question: string) => void;
}) {
  const trpc = useTRPC();
  const language = useLanguage();
  const { projectId, documentId } = scope;
  const { data } = useQuery(
    trpc.ask.suggest.queryOptions({
      language,
      ...(projectId && { projectId }),
      ...(documentId && { documentId }),
    }),
  );

  return (
    <span className="mt-5 flex flex-col items-center gap-2">
      {data?.items.map(({ question }) => (
        <Button
          key={question}
          size="sm"
          className="h-auto min-h-7 max-w-full shrink whitespace-normal text-balance py-1"
          onClick={() => onChoose(question)}
        >
          {question}
        </Button>
      ))}
    </span>
  );
}
