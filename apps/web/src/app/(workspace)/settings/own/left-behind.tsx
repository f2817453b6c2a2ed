import { useFormatter, useTranslations } from "next-intl";

type Leaving = {
  workspace: { id: string; name: string };
  documents: number;
  projects: { id: string; name: string }[];
  isOnlyOwner: boolean;
};

/** Lists what a person leaves behind in each workspace, and which workspace keeps them from leaving. */
export function LeftBehind({ items }: { items: Leaving[] }) {
  const t = useTranslations("own");
  const format = useFormatter();
  const lines = items.flatMap(({ workspace: { id, name: workspace }, ...left }) => [
    ...(left.isOnlyOwner ? [{ key: `${id}/owner`, text: t("onlyOwner", { workspace }) }] : []),
    ...(left.documents > 0
      ? [{ key: `${id}/documents`, text: t("documents", { workspace, count: left.documents }) }]
      : []),
    ...(left.projects.length > 0
      ? [
          {
            key: `${id}/projects`,
            text: t("projects", {
              workspace,
              names: format.list(left.projects.map(({ name }) => name)),
            }),
          },
        ]
      : []),
  ]);
  if (lines.length === 0) return <p>{t("nothingLeft")}</p>;
  return (
    <ul className="list-disc space-y-2 ps-5">
      {lines.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
