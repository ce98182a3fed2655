import type { Page } from "playwright-core";

export interface Phone {
  /** The passkeys that it keeps. */
  kept: () => Promise<object[]>;
}

/** Gives a page a phone that keeps passkeys and is unlocked whenever it asks. */
export async function givePhone(page: Page): Promise<Phone> {
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  const kept = async () => {
    const { credentials } = await devices.send("WebAuthn.getCredentials", { authenticatorId });
    return credentials;
  };
  return { kept };
}
