/** What decides the security headers of one answer. */
export interface HeaderCircumstances {
  /** Did the request come to an https origin? */
  secure: boolean;
  /** Of an uncached, hydrated page: lets its inline scripts run. */
  nonce?: string;
  /** Vite's own scripts, styles and socket; never set outside `npm run dev`. */
  dev?: boolean;
}

const NOT_USED = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "interest-cohort",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "sync-xhr",
  "usb",
  "xr-spatial-tracking",
];

const PERMISSIONS = NOT_USED.map((feature) => `${feature}=()`).join(", ");

/**
 * The headers that stand on every answer, faults and static files too (promises.md, Controls).
 * Referrer-Policy is `same-origin` and not `no-referrer`, under which browsers send `Origin: null`
 * on our own forms.
 */
export function securityHeaders(circumstances: HeaderCircumstances): Record<string, string> {
  const headers: Record<string, string> = {
    "Content-Security-Policy": contentSecurityPolicy(circumstances),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
  if (circumstances.secure) headers["Strict-Transport-Security"] = "max-age=31536000";
  return headers;
}

function contentSecurityPolicy({ nonce, dev }: HeaderCircumstances): string {
  const inline = dev === true ? " 'unsafe-inline'" : "";
  const script = nonce === undefined || dev === true ? inline : ` 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self'${script}`,
    `style-src 'self'${inline}`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${dev === true ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
