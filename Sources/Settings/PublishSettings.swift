/// What is told of published files beyond the output folder.
package struct PublishSettings: Hashable, Sendable {
    /// The bucket that holds them too; nil where there is none.
    package var bucket: PublishBucketSettings?
    /// How caches are told of files that changed; nil where they are not.
    package var purge: PurgeSettings?
}
