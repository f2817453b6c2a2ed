"use client";

import type { Node as Step } from "@besunny/rules/definition";
import { classNames } from "@besunny/ui/class-names";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { CircleAlert, Filter, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { type Problem, problemsAt, problemsOfStep } from "../definition/problems-at";
import { keyOfPart, type Selected, useEditing } from "../editor/editing";
import { AddStep } from "../outline/add-step";
import { StepIcon } from "../outline/step-icon";
import { useStepWords } from "../words/use-step-words";
import { useWords } from "../words/use-words";
import { ADD, CARD, type Drawn } from "./layout";

/** A card of the trigger, the condition or a step. */
export function PartCard({ data }: NodeProps) {
  const of = drawnOf(data);
  if (!of || "place" in of) return null;
  if ("step" in of) return <OfStep step={of.step} number={of.number} />;
  return of.part === "trigger" ? <OfTrigger /> : <OfWhen />;
}

/** The end of a way, where a step can be added. */
export function AddCard({ data }: NodeProps) {
  const t = useTranslations("automations");
  const of = drawnOf(data);
  if (!of || !("place" in of)) return null;
  return (
    <div style={ADD} className="nopan flex items-center justify-center">
      <Handle type="target" position={Position.Top} />
      <AddStep place={of.place} label={t("addStep")} />
    </div>
  );
}

/** The library holds the data of a card as unknown. The canvas sets what was drawn for each. */
function drawnOf(data: NodeProps["data"]): Drawn["of"] | null {
  return "part" in data || "step" in data || "place" in data ? (data as Drawn["of"]) : null;
}

function OfTrigger() {
  const { definition, problems } = useEditing();
  const { triggerWords } = useWords();
  return (
    <Card
      part="trigger"
      icon={<Play aria-hidden className="size-4" />}
      title={triggerWords(definition.trigger.kind)}
      problems={problemsAt(problems, ["trigger"])}
      hasTarget={false}
    />
  );
}

function OfWhen() {
  const t = useTranslations("automations");
  const { definition, problems } = useEditing();
  const { conditionWords } = useWords();
  const { when } = definition;
  return (
    <Card
      part="when"
      icon={<Filter aria-hidden className="size-4" />}
      title={when ? t("partIf") : t("always")}
      detail={when ? conditionWords(when) : ""}
      problems={problemsAt(problems, ["when"])}
    />
  );
}

function OfStep({ step, number }: { step: Step; number: number }) {
  const { definition, problems } = useEditing();
  const { title, detail } = useStepWords()(step);
  return (
    <Card
      part={{ id: step.id }}
      icon={<StepIcon of={step} />}
      title={`${number}. ${title}`}
      detail={detail}
      problems={problemsOfStep(problems, definition, step.id)}
      hasSource={step.kind !== "stop"}
    />
  );
}

function Card({
  part,
  icon,
  title,
  detail = "",
  problems,
  hasTarget = true,
  hasSource = true,
}: {
  part: Exclude<Selected, null>;
  icon: ReactNode;
  title: string;
  detail?: string;
  problems: readonly Problem[];
  hasTarget?: boolean;
  hasSource?: boolean;
}) {
  const t = useTranslations("automations");
  const { selected, select } = useEditing();
  const isOpen = selected !== null && keyOfPart(selected) === keyOfPart(part);

  return (
    <>
      {hasTarget && <Handle type="target" position={Position.Top} />}
      <button
        type="button"
        data-row={keyOfPart(part)}
        aria-pressed={isOpen}
        style={CARD}
        onClick={() => select(isOpen ? null : part)}
        className={classNames(
          "nopan flex items-center gap-2.5 rounded-lg border bg-raised px-3 text-left text-n12 shadow-sm transition-colors hover:border-n8",
          isOpen ? "border-accent ring-1 ring-accent" : "border-n6",
        )}
      >
        <span className="inline-flex size-7 shrink-0 items-center justify-center rounded-md bg-n4 text-n11">
          {icon}
        </span>
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 font-medium text-sm">{title}</span>
          {detail && <bdi className="block truncate text-n11 text-xs">{detail}</bdi>}
        </span>
        {problems.length > 0 && (
          <span className="shrink-0 text-attention">
            <CircleAlert aria-hidden className="size-4" />
            <span className="sr-only">{t("toDo", { count: problems.length })}</span>
          </span>
        )}
      </button>
      {hasSource && <Handle type="source" position={Position.Bottom} />}
    </>
  );
}
