/// The files of a dump beside its tables.
package enum DumpFiles {
    /// The script that makes observations of changes.
    package static let expander = "expand.py"
    /// The folder of all dumps, below the site's.
    package static let folder = "dumps"

    /// For `datapackage.json`, in Markdown.
    static let description = """
        Every change of one event's rankings, as it was read minute by minute. `changes` and `borders` hold what
        differed from the minute before; `python3 expand.py .` writes the whole list of every minute that was seen
        (Python 3.9, no packages), and `--help` says how to write less. What was not seen is in `knownIssues` and,
        minute by minute, in `outcomes`: a score that jumps after an hour of `missed` did not jump in one minute.
        Players are pseudonyms. Times are UTC. An empty cell has no value, but for `players.name`, where it is the empty
        name. `sha256sum -c sha256sums` checks the files.
        """
}
