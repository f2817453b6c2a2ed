"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Avatar } from "@besunny/ui/display/avatar";
import { FolderLock, Globe, Users, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { type DocumentAccess, useShareVerbs } from "./use-share-verbs";

/** Lists who sees the document, and why. */
export function SharedWith({ id, access }: { id: string; access: DocumentAccess }) {
  const t = useTranslations("sharing");
  const { unshare } = useShareVerbs();
  const end = (name: string, target: { userId: string } | { groupId: string }) =>
    access.mayShare && (
      <IconButton
        label={t("stopSharing", { name })}
        icon={<X />}
        onClick={() => unshare.mutate({ id, with: target })}
      />
    );

  return (
    <section aria-label={t("whoSees")}>
      <h3 className="mb-1 font-medium text-n11 text-xs">{t("whoSees")}</h3>
      <ul>
        {access.isOpen && <Row icon={<Globe />} name={t("everybody")} />}
        {access.projects.map(({ id: projectId, name }) => (
          <Row key={projectId} icon={<FolderLock />} name={t("membersOf", { name })} />
        ))}
        {access.groups.map(({ groupId, name }) => (
          <Row
            key={groupId}
            icon={<Users />}
            name={t("group", { name })}
            action={end(name, { groupId })}
          />
        ))}
        {access.people.map(({ userId, name, email }) => (
          <Row
            key={userId}
            icon={<Avatar name={name} className="size-4" />}
            name={name}
            detail={email}
            action={end(name, { userId })}
          />
        ))}
        {!access.isOpen && <Row icon={<Users />} name={t("always")} />}
      </ul>
    </section>
  );
}

function Row({
  icon,
  name,
  detail,
  action,
}: {
  icon: ReactNode;
  name: string;
  detail?: string;
  action?: ReactNode;
}) {
  return (
    <li className="flex min-h-9 items-center gap-2.5">
      <span aria-hidden className="text-n11 [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate">
        <bdi>{name}</bdi> {detail && <span className="text-n11 text-xs">{detail}</span>}
      </span>
      {action}
    </li>
  );
}
