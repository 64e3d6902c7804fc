// The journal on this device: one IndexedDB with a store for forms and one for articles.
const name = 'broadsheet-journal'
const version = 1

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  return opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('forms', { keyPath: 'name' })
      request.result.createObjectStore('articles', { keyPath: 'key' })
    }
    request.onsuccess = () => {
      // Another tab with a newer program may want to upgrade: let it, and open again at the next write.
      request.result.onversionchange = () => { request.result.close(); opened = undefined }
      resolve(request.result)
    }
    request.onerror = () => { opened = undefined; reject(request.error) }
  })
}

/** One transaction over one store; resolves when it is committed, not when the request succeeded. */
export async function within<T>(store: string, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T> | void): Promise<T | undefined> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' })
    const request = act(transaction.objectStore(store))
    // Without it the browser waits for the page's next turn, and a page that is closed in between takes the write with it.
    if (mode === 'readwrite') transaction.commit()
    transaction.oncomplete = () => resolve(request?.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error)
  })
}
