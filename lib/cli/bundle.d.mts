export declare function bundle(): Promise<void>
export declare function bundleThreads(): Promise<void>
export declare function bundleFile(source: string, target: string): Promise<void>
