import { words } from "#app/words/words.ts";

interface Props {
  secretKey: string | null;
  takeBackCode: string | null;
}

/** A key and its take-back code in large, clear type, each with what it is for. */
export function Secrets({ secretKey, takeBackCode }: Props) {
  const { keyPanel } = words().own;
  return (
    <dl className="secrets">
      <Secret name={keyPanel.key} value={secretKey} more={keyPanel.keyText} />
      <Secret name={keyPanel.takeBackCode} value={takeBackCode} more={keyPanel.takeBackText} />
    </dl>
  );
}

function Secret({ name, value, more }: { name: string; value: string | null; more: string }) {
  if (value === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code className="secret-shown">{value}</code>
        <p className="soft">{more}</p>
      </dd>
    </>
  );
}
