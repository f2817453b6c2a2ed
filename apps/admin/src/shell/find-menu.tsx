"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { CommandMenu } from "@besunny/ui/overlays/command-menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  Activity,
  Building2,
  FileText,
  Keyboard,
  Layers,
  Play,
  ScrollText,
  User,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";

import { rooms } from "./navigation";
import { placeOf } from "./place-of";

type Item = Outputs["admin"]["find"]["items"][number];

const icons: Record<Item["kind"], typeof FileText> = {
  document: FileText,
  documentRun: Play,
  run: Activity,
  batch: Layers,
  workspace: Building2,
  person: User,
  call: ScrollText,
};

/** ⌘K: go to a room, or to what an id, an address or a trace belongs to. */
export function FindMenu({
  query,
  onQueryChange,
  onKeys,
}: {
  query: string | null;
  onQueryChange: (query: string | null) => void;
  onKeys: () => void;
}) {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const router = useRouter();
  const isOpen = query !== null;
  const typed = (query ?? "").trim();
  const text = useDeferredValue(typed);
  const found = useQuery(
    trpc.admin.find.queryOptions(
      { text },
      { enabled: isOpen && text.length > 1, placeholderData: keepPreviousData },
    ),
  );
  const go = (href: string) => () => {
    onQueryChange(null);
    router.push(href);
  };
  const fits = ({ label }: { label: string }) =>
    label.toLocaleLowerCase().includes(typed.toLocaleLowerCase());
  const items = text.length > 1 ? (found.data?.items ?? []) : [];

  const groups = [
    {
      heading: t("found"),
      items: items.map((item) => {
        const Icon = icons[item.kind];
        return {
          id: `${item.kind} ${item.id}`,
          label: item.label ?? item.id,
          hint: t(`kind_${item.kind}`),
          icon: <Icon />,
          run: go(placeOf(item)),
        };
      }),
    },
    {
      heading: t("goTo"),
      items: rooms
        .map(({ name, href, key, icon: Icon }) => ({
          id: `go-${name}`,
          label: t(name),
          icon: <Icon />,
          shortcut: `g ${key}`,
          run: go(href),
        }))
        .filter(fits),
    },
    {
      heading: t("actions"),
      items: [
        {
          id: "keys",
          label: t("keys"),
          icon: <Keyboard />,
          shortcut: "?",
          run() {
            onQueryChange(null);
            onKeys();
          },
        },
      ].filter(fits),
    },
  ];

  return (
    <CommandMenu
      open={isOpen}
      onOpenChange={(open) => onQueryChange(open ? "" : null)}
      label={t("find")}
      placeholder={t("findWhat")}
      emptyText={found.isFetching ? t("finding") : t("nothingFound")}
      query={query ?? ""}
      onQueryChange={onQueryChange}
      groups={groups.filter((group) => group.items.length > 0)}
    />
  );
}
