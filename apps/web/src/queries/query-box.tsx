"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { classNames } from "@besunny/ui/class-names";
import { Input } from "@besunny/ui/fields/input";
import { CornerDownLeft, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef } from "react";

import { SuggestionList } from "./suggestion-list";
import { useCombobox } from "./use-combobox";

/** The box for a query: words and conditions, with suggestions while typing. */
export function QueryBox({
  query,
  placeholder,
  isLarge = false,
  onSearch,
}: {
  query: string;
  placeholder: string;
  isLarge?: boolean;
  onSearch: (query: string) => void;
}) {
  const t = useTranslations("queries");
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox({ query, input, onSearch });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      box.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && box.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      box.close();
    } else if (event.key === "Enter" && box.active) {
      event.preventDefault();
      box.take(box.active);
    }
  }

  return (
    <search className="relative min-w-0 flex-1">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          box.submit();
        }}
      >
        <Search
          aria-hidden
          className={classNames(
            "pointer-events-none absolute size-4 text-n10",
            isLarge ? "top-3.5 left-3.5" : "top-2 left-2.5 coarse:top-3",
          )}
        />
        <Input
          ref={input}
          type="text"
          role="combobox"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={placeholder}
          aria-expanded={box.isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={box.active ? `${listId}-${box.at}` : undefined}
          placeholder={placeholder}
          value={box.text}
          maxLength={1000}
          autoFocus={isLarge && query === ""}
          onChange={box.change}
          onSelect={box.follow}
          onBlur={box.close}
          onKeyDown={onKeyDown}
          className={isLarge ? "h-11 rounded-lg pr-11 pl-10 text-lg coarse:h-11" : "pr-9 pl-8"}
        />
        <IconButton
          type="submit"
          label={t("search")}
          shortcut="↵"
          icon={<CornerDownLeft />}
          className={classNames("absolute right-1", isLarge ? "top-1.5" : "top-0")}
        />
      </form>
      <SuggestionList
        id={listId}
        items={box.isOpen ? box.items : []}
        at={box.at}
        onTake={box.take}
      />
    </search>
  );
}
