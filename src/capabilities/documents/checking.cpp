// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/checking.hpp"

#include "capabilities/documents/queries_originals.hpp"
#include "capabilities/documents/store.hpp"
#include "capabilities/ledger/ledger.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace poa::documents {
namespace {

using Kind = DocumentFinding::Kind;

constexpr int page_entries = 256;
constexpr std::string_view subject_prefix = "document:";

/// A version as the journal has it.
struct Taken {
    std::string slug, language, number;
    std::string source, passages; ///< digests in hexadecimal; `passages` empty: of an older entry
    bool is_here = false;
};

struct Journal {
    std::vector<Taken> taken;
    /// Documents of which a language was put right by an entry that does not say which.
    std::set<std::string, std::less<>> moved_untold;
};

struct Scene {
    Journal journal;
    std::vector<HeldVersion> held;
};

std::string fact(const ledger::Entry& entry, std::string_view name) {
    for (const auto& [key, value] : entry.facts)
        if (key == name) return value;
    return {};
}

void move_language(Journal& journal, const std::string& slug, const ledger::Entry& entry) {
    if (fact(entry, "changed").find("language") == std::string::npos) return;
    std::string from = fact(entry, "language_from"), number = fact(entry, "version_from");
    if (from.empty()) {
        journal.moved_untold.insert(slug);
        return;
    }
    for (Taken& taken : journal.taken) {
        if (taken.slug != slug || taken.language != from || taken.number != number) continue;
        taken.language = fact(entry, "language_to");
        taken.number = fact(entry, "version_to");
        return;
    }
}

/// The acts on documents, oldest first.
std::vector<ledger::Entry> acts_on_documents(storage::Session& session) {
    std::vector<ledger::Entry> acts;
    std::int64_t before = 0;
    for (bool more = true; more;) {
        auto page = ledger::recent(session, Audience::own_delegation, before, page_entries);
        more = page.size() == page_entries;
        if (more) before = page.back().id.number;
        for (ledger::Recorded& recorded : page)
            if (recorded.entry.act.starts_with("documents.")) acts.push_back(std::move(recorded.entry));
    }
    std::ranges::reverse(acts);
    return acts;
}

Journal read_journal(storage::Session& session) {
    Journal journal;
    for (const ledger::Entry& entry : acts_on_documents(session)) {
        std::string slug = entry.subject.substr(std::min(subject_prefix.size(), entry.subject.size()));
        if (entry.act == "documents.import_document")
            journal.taken.push_back({slug, fact(entry, "language"), fact(entry, "version"),
                                     fact(entry, "source_sha256"), fact(entry, "passages_sha256")});
        else if (entry.act == "documents.correct_recognition")
            move_language(journal, slug, entry);
    }
    return journal;
}

/// The entry that took a version in. Where the journal does not say which language was put right, what was
/// made of the same file is the same version.
Taken* entry_of(Journal& journal, const HeldVersion& held) {
    auto find = [&](auto&& fits) -> Taken* {
        auto found = std::ranges::find_if(journal.taken, [&](const Taken& taken) {
            return !taken.is_here && taken.slug == held.slug && fits(taken);
        });
        return found == journal.taken.end() ? nullptr : &*found;
    };
    if (journal.moved_untold.contains(held.slug))
        if (Taken* same = find([&](const Taken& taken) { return taken.source == held.source.hex(); }))
            return same;
    return find([&](const Taken& taken) {
        return taken.language == held.language && taken.number == std::to_string(held.number);
    });
}

class Check {
  public:
    Check(storage::Database& database, const storage::FileStore& files)
        : database_(database), files_(files) {}

    DocumentsChecked run() {
        // One snapshot of both: what comes in meanwhile is in neither.
        Scene scene = database_.read([](storage::Session& session) {
            return Scene{read_journal(session), held_versions(session)};
        });
        for (const HeldVersion& held : scene.held) check_version(scene.journal, held);
        for (const Taken& taken : scene.journal.taken)
            if (!taken.is_here)
                checked_.wrong.push_back({Kind::version_missing, taken.slug, taken.language,
                                          std::atoll(taken.number.c_str()), taken.source, ""});
        std::ranges::stable_sort(checked_.wrong, {}, [](const DocumentFinding& finding) {
            return std::tie(finding.slug, finding.language, finding.version);
        });
        return std::move(checked_);
    }

  private:
    void add(Kind kind, const HeldVersion& held, std::string expected, std::string found) {
        checked_.wrong.push_back(
            {kind, held.slug, held.language, held.number, std::move(expected), std::move(found)});
    }

    void check_version(Journal& journal, const HeldVersion& held) {
        Taken* taken = entry_of(journal, held);
        if (taken == nullptr) return add(Kind::entry_missing, held, "", held.source.hex());
        taken->is_here = true;
        ++checked_.versions;
        if (taken->source != held.source.hex())
            add(Kind::source_digest_differs, held, taken->source, held.source.hex());
        check_file(*taken, held);
        check_passages(*taken, held);
    }

    void check_file(const Taken& taken, const HeldVersion& held) {
        auto [seen, is_first] = seen_files_.try_emplace(taken.source);
        if (is_first) seen->second = problem_of_file(taken.source);
        if (seen->second) add(seen->second->first, held, taken.source, seen->second->second);
    }

    using FileProblem = std::optional<std::pair<Kind, std::string>>;

    FileProblem problem_of_file(const std::string& hex) {
        auto digest = Sha256::from_hex(hex);
        if (!digest) return FileProblem({Kind::file_missing, ""});
        try {
            if (!files_.get(*digest)) return FileProblem({Kind::file_missing, ""});
        } catch (const MachineFailure& failure) {
            return FileProblem({Kind::file_altered, failure.what()});
        }
        ++checked_.files;
        return std::nullopt;
    }

    void check_passages(const Taken& taken, const HeldVersion& held) {
        if (taken.passages.empty()) {
            checked_.passages_unchecked.push_back(
                fmt::format("{}, {}, version {}", held.slug, held.language, held.number));
            return;
        }
        // A read for each: passages of a version never change, and no snapshot is held for long.
        Sha256 found =
            database_.read([&](storage::Session& session) { return digest_of_passages(session, held.id); });
        if (found.hex() != taken.passages) add(Kind::passages_differ, held, taken.passages, found.hex());
    }

    storage::Database& database_;
    const storage::FileStore& files_;
    DocumentsChecked checked_;
    std::map<std::string, FileProblem> seen_files_; ///< by digest
};

std::string words_of(const DocumentFinding& finding) {
    switch (finding.kind) {
    case Kind::version_missing:
        return fmt::format("the journal says that it was taken in (source {}), and the database has it no "
                           "more",
                           finding.expected);
    case Kind::entry_missing:
        return "it is in the database, and no entry of the journal took it in";
    case Kind::source_digest_differs:
        return fmt::format("the column source_digest was altered: it is {}, the journal has {}",
                           finding.found, finding.expected);
    case Kind::file_missing:
        return fmt::format("the file as it came is missing: {}", finding.expected);
    case Kind::file_altered:
        return fmt::format("the file as it came was altered: {}", finding.found);
    case Kind::passages_differ:
        return fmt::format("its passages were altered: their digest is {}, the journal has {}", finding.found,
                           finding.expected);
    }
    return {};
}

} // namespace

std::string_view name_of(DocumentFinding::Kind kind) {
    switch (kind) {
    case Kind::version_missing:
        return "version_missing";
    case Kind::entry_missing:
        return "entry_missing";
    case Kind::source_digest_differs:
        return "source_digest_differs";
    case Kind::file_missing:
        return "file_missing";
    case Kind::file_altered:
        return "file_altered";
    case Kind::passages_differ:
        return "passages_differ";
    }
    return {};
}

std::string DocumentFinding::sentence() const {
    return fmt::format("document {}, {}, version {}: {}", slug, language, version, words_of(*this));
}

DocumentsChecked check_documents(storage::Database& database, const storage::FileStore& files) {
    return Check(database, files).run();
}

} // namespace poa::documents
