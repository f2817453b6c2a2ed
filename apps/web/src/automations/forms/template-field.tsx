"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Textarea } from "@besunny/ui/fields/input";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { useFieldOptions } from "../conditions/field-options";
import type { Problem } from "../definition/problems-at";
import { Picker } from "./picker";
import { ProblemLine } from "./problem-line";

/** A text with values of the document in it. A value is put where the cursor is. */
export function TemplateField({
  label,
  value,
  problem,
  onChange,
}: {
  label: string;
  value: string;
  problem: Problem | undefined;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("automations");
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const options = useFieldOptions();

  function put(path: string) {
    const at = box.current?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}{{ ${path} }}${value.slice(at)}`);
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-n12 text-sm">
        {label}
      </label>
      <Textarea
        ref={box}
        id={id}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem ? true : undefined}
        value={value}
        maxLength={2000}
        onChange={({ target }) => onChange(target.value)}
        className="min-h-16"
      />
      <div id={`${id}-hint`} className="flex flex-col gap-1">
        <ProblemLine problem={problem} />
      </div>
      <div>
        <Picker
          label={t("putValue")}
          placeholder={t("putValue")}
          options={options}
          onPick={put}
          trigger={
            <Button variant="ghost" size="sm" icon={<Plus aria-hidden />}>
              {t("putValue")}
            </Button>
          }
        />
      </div>
    </div>
  );
}
