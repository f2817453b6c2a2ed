import { Button } from "@besunny/ui/buttons/button";
import type { FormEvent, ReactNode } from "react";

import { FormProblem } from "../trpc/form-problem";
import type { Problem } from "../trpc/problem";
import { EntryHeading } from "./entry-heading";

/** Returns the value of a named field of the form; empty when there is no such field. */
export type ReadField = (name: string) => string;

type Props = {
  title?: string;
  /** Under the title. */
  lead?: ReactNode;
  children: ReactNode;
  problem?: Pick<Problem, "message" | "hint"> | null;
  /** Under the problem: a way out of it. */
  wayOut?: ReactNode;
  submitLabel: string;
  isBusy: boolean;
  isDisabled?: boolean;
  onSubmit: (read: ReadField) => void;
  /** Under the button: where else a person may want to go. */
  links?: ReactNode;
};

/** The form of a page for people who are not signed in: a heading, fields, what was refused, one button, links. */
export function EntryForm({
  title,
  lead,
  children,
  problem,
  wayOut,
  submitLabel,
  isBusy,
  isDisabled = false,
  onSubmit,
  links,
}: Props) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit((name) => String(form.get(name) ?? ""));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {title && (
        <div className="mb-2">
          <EntryHeading title={title} lead={lead} />
        </div>
      )}
      {children}
      {problem && <FormProblem problem={problem} />}
      {wayOut}
      <Button type="submit" variant="primary" size="lg" loading={isBusy} disabled={isDisabled}>
        {submitLabel}
      </Button>
      {links}
    </form>
  );
}
