interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown
}

/** Lets scripts of our own origin through, for workers; everything else that asks the default policy is refused. */
export function guardScriptSinks(): void {
  const factory = (window as unknown as { trustedTypes?: PolicyFactory }).trustedTypes
  factory?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, window.location.href).origin === window.location.origin) return url
      throw new TypeError('Scripts from elsewhere are refused.')
    },
  })
}
