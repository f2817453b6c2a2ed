"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { insertStep } from "../definition/edits";
import { type Choice, newStep } from "../definition/new-step";
import { type Place, targetAt } from "../definition/places";
import { useEditing } from "../editor/editing";
import { focusLater } from "../editor/focus-later";
import { useWords } from "../words/use-words";
import { useVocabulary } from "../words/vocabulary";
import { StepIcon } from "./step-icon";

/** A menu of everything that can happen at a place. The chosen step appears there, open to be filled in. */
export function AddStep({
  place,
  label,
  isOpen,
  onOpenChange,
}: {
  place: Place;
  label?: string;
  /** For a menu that a key or another menu opens. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}) {
  const t = useTranslations("automations");
  const { definition, change, select } = useEditing();
  const { actions } = useVocabulary();
  const { actionName } = useWords();
  const added = useRef<string | null>(null);
  const isEnd = targetAt(definition, place) === null;

  function add(choice: Choice) {
    const step = newStep(definition, choice, t("usualQuestion"));
    added.current = step.id;
    change(insertStep(definition, place, step));
    select({ id: step.id });
  }

  return (
    <Menu
      className="max-h-[min(28rem,var(--radix-dropdown-menu-content-available-height))] w-64"
      {...(isOpen !== undefined && { open: isOpen })}
      {...(onOpenChange && { onOpenChange })}
      onCloseAutoFocus={(event) => {
        if (added.current === null) return;
        event.preventDefault();
        focusLater(added.current);
        added.current = null;
      }}
      trigger={
        <Button size="sm" icon={<Plus aria-hidden />}>
          {label ?? t("addStep")}
        </Button>
      }
    >
      <MenuLabel>{t("group_people")}</MenuLabel>
      <Item choice="approval" label={t("kind_approval")} onAdd={add} />
      <MenuSeparator />
      <MenuLabel>{t("group_document")}</MenuLabel>
      {actions.map(({ name }) => (
        <Item key={name} choice={{ action: name }} label={actionName(name)} onAdd={add} />
      ))}
      <MenuSeparator />
      <MenuLabel>{t("group_way")}</MenuLabel>
      <Item choice="if" label={t("kind_if")} onAdd={add} />
      <Item choice="branch" label={t("kind_branch")} onAdd={add} />
      <Item choice="wait" label={t("kind_wait")} onAdd={add} />
      {isEnd && <Item choice="stop" label={t("kind_stop")} onAdd={add} />}
    </Menu>
  );
}

function Item({
  choice,
  label,
  onAdd,
}: {
  choice: Choice;
  label: string;
  onAdd: (choice: Choice) => void;
}) {
  const of = typeof choice === "object" ? choice : { kind: choice };
  return (
    <MenuItem icon={<StepIcon of={of} />} onSelect={() => onAdd(choice)}>
      {label}
    </MenuItem>
  );
}
