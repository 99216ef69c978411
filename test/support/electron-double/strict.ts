/** An object that throws when something asks for a member that the double does not have. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && !(key in object)) throw new NotImplemented(`${name}.${key}`)
      const value = Reflect.get(object, key, object)
      // Methods run on the object itself, so that its private members can be reached; classes stay what they are.
      return typeof value === 'function' && !isClass(value) ? value.bind(object) : value
    },
  })
}

function isClass(value: object): boolean {
  return Object.hasOwn(value, 'prototype')
}

export class NotImplemented extends Error {
  constructor(what: string) {
    super(`The Electron double has no ${what}.`)
  }
}
