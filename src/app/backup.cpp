// SPDX-License-Identifier: Apache-2.0
#include "app/backup_manifest.hpp"
#include "app/instance.hpp"
#include "app/postgres_tools.hpp"
#include "app/verbs.hpp"
#include "app/version.hpp"
#include "base/text.hpp"
#include "capabilities/ledger/key.hpp"
#include "capabilities/ledger/queries.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "capabilities/ledger/verify.hpp"
#include "storage/copying.hpp"
#include "storage/descriptor.hpp"

#include <iostream>
#include <sys/stat.h>

namespace poa::app {
namespace {

namespace fs = std::filesystem;

/// The folder of a backup; unless it is kept, what is in it goes away again.
class NewFolder {
  public:
    explicit NewFolder(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        is_ours_ = !fs::exists(path_, error);
        if (!error && is_ours_) fs::create_directories(path_, error);
        if (!error && !fs::is_directory(path_))
            throw MachineFailure(fmt::format("{} is not a folder.", path_.string()));
        bool empty = !error && fs::is_empty(path_, error);
        if (error)
            throw MachineFailure(
                fmt::format("The folder {} cannot be made: {}.", path_.string(), error.message()));
        if (!empty)
            throw MachineFailure(
                fmt::format("The folder {} is not empty{}. A backup needs a new folder.", path_.string(),
                            fs::exists(path_ / manifest_name) ? ": there is a backup in it"
                                                              : "; a backup that was cut off has no "
                                                                "manifest.json and may be removed"));
        if (is_ours_) fs::permissions(path_, fs::perms::owner_all, error);
    }
    ~NewFolder() {
        if (kept_) return;
        std::error_code ignored;
        if (is_ours_)
            fs::remove_all(path_, ignored);
        else
            for (const fs::directory_entry& entry : fs::directory_iterator(path_, ignored))
                fs::remove_all(entry.path(), ignored);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    void keep() { kept_ = true; }

  private:
    fs::path path_;
    bool is_ours_ = false;
    bool kept_ = false;
};

std::string in_kibibytes(std::uint64_t bytes) {
    return fmt::format("{} KiB", (bytes + 1023) / 1024);
}

/// Whose signature a ledger must have: that of the key in the data folder, else of `fallback`.
std::optional<ledger::VerifierKey> signer(const Settings& settings, const std::string& fallback) {
    const fs::path key = settings.data / "ledger.key";
    std::error_code ignored;
    if (fs::exists(key, ignored)) return ledger::load_key_file(key).verifier();
    return ledger::VerifierKey::parse(fallback);
}

/// Sentences on what is wrong with a database and its ledger.
std::vector<std::string> problems_of_copy(storage::Database& copy,
                                          const std::optional<ledger::VerifierKey>& key) {
    std::vector<std::string> problems = copy.check();
    if (!problems.empty()) return problems;
    ledger::VerifyOptions options;
    options.key = key ? &*key : nullptr;
    // A ledger that nobody has signed yet has nothing to verify.
    if (!copy.read([](storage::Session& session) { return ledger::checkpoint(session); })) return {};
    if (auto report = ledger::verify_database(copy, options); report.wrong)
        problems.push_back("ledger: " + report.wrong->sentence());
    return problems;
}

// --- backup

void note_ledger(storage::Session& session, Manifest& manifest) {
    auto published = ledger::checkpoint(session);
    if (!published) return;
    manifest.origin = published->checkpoint.origin;
    manifest.ledger_size = published->checkpoint.size;
    manifest.ledger_root = published->checkpoint.root;
    manifest.verifier_key = ledger::standing(session).verifier_key;
}

void copy_sqlite(Instance& instance, const fs::path& file, Manifest& manifest) {
    instance.database().copy_to(file.string());
    auto copy = storage::Database::open({.address = file.string(), .readers = 1});
    copy->read([&](storage::Session& session) { note_ledger(session, manifest); });
    auto problems = problems_of_copy(*copy, signer(instance.settings(), manifest.verifier_key));
    if (!problems.empty())
        throw MachineFailure(
            fmt::format("The database {} is damaged, so no backup was made. Keep the backups you have; "
                        "docs/operating/backup.md says what to do.\n  {}",
                        instance.settings().sqlite_file().string(), join(problems, "\n  ")));
}

/// The checkpoint is read in the very snapshot that pg_dump writes.
void copy_postgres(Instance& instance, const fs::path& file, Manifest& manifest) {
    instance.database().read([&](storage::Session& session) {
        note_ledger(session, manifest);
        dump_postgres(instance.settings().database, storage::export_snapshot(session), file);
    });
    storage::make_durable(file);
}

void copy_files(Instance& instance, const fs::path& folder, Manifest& manifest) {
    storage::FileStore copies(folder / "files");
    // After the database: every file that the copied database speaks of is there by now, for a file is kept
    // before it is spoken of, and none is ever removed.
    for (const Sha256& digest : instance.files().all()) {
        std::optional<std::string> content;
        try {
            content = instance.files().get(digest);
        } catch (const MachineFailure& damaged) {
            manifest.problems.emplace_back(damaged.what());
        }
        if (!content) continue;
        copies.put(bytes_of(*content));
        manifest.files.push_back({digest, content->size()});
    }
    for (std::string& sentence : missing_files(instance))
        if (std::ranges::find(manifest.problems, sentence) == manifest.problems.end())
            manifest.problems.push_back(std::move(sentence));
}

void copy_settings(const Settings& settings, const fs::path& folder, Manifest& manifest) {
    std::error_code ignored;
    if (!fs::exists(settings.data / settings_name, ignored)) return;
    write_text(folder / settings_name, read_text(settings.data / settings_name));
    manifest.settings = measure_written(folder / settings_name);
}

int tell_backup(const Settings& settings, const fs::path& to, const Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const BackedUpFile& file : manifest.files) bytes += file.bytes;
    std::cout << "Backup in " << to.string() << ":\n  database: " << in_kibibytes(manifest.database.bytes)
              << ", ledger of " << manifest.ledger_size << " entries\n  files: " << manifest.files.size()
              << ", " << in_kibibytes(bytes) << "\n  settings: " << (manifest.settings ? "poa.conf" : "none")
              << "\nThe signing key is not in it: keep a copy of " << (settings.data / "ledger.key").string()
              << " apart from the backups. Its guard is never copied.\n";
    if (manifest.problems.empty()) return 0;
    std::cerr << "poa: the backup is complete but for what is wrong with the instance itself:\n";
    for (const std::string& problem : manifest.problems) std::cerr << "  " << problem << "\n";
    return 1;
}

// --- restore

/// The manifest, or why this is no backup that can be restored.
std::expected<Manifest, std::string> manifest_in(const fs::path& from) {
    std::error_code error;
    if (!fs::is_directory(from, error))
        return std::unexpected(fmt::format("There is no folder {}.", from.string()));
    const fs::path file = from / manifest_name;
    if (!fs::exists(file, error))
        return std::unexpected(fmt::format("{} has no {}: it is no backup, or one that was cut off.",
                                           from.string(), manifest_name));
    auto manifest = parse_manifest(read_text(file));
    if (!manifest) return std::unexpected(fmt::format("{}: {}.", file.string(), manifest.error()));
    return *manifest;
}

void look_at_sqlite_place(const Settings& settings, std::vector<std::string>& problems) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        fs::path file = settings.sqlite_file();
        file += ending;
        std::error_code ignored;
        if (!fs::exists(file, ignored)) continue;
        problems.push_back(fmt::format("{} is there already, and nothing is ever restored over a database. "
                                       "Choose a new folder, or move it and what stands beside it (-wal, "
                                       "-shm) away.",
                                       file.string()));
        return;
    }
}

void look_at_postgres_place(const Settings& settings, std::vector<std::string>& problems) {
    auto database = storage::Database::open({.address = settings.database, .readers = 1});
    const std::int64_t tables = database->read(storage::count_tables);
    if (tables > 0)
        problems.push_back(fmt::format("The PostgreSQL database has {} tables already, and nothing is ever "
                                       "restored over data. Make an empty one with createdb.",
                                       tables));
}

void look_at_place(const Settings& settings, const Manifest& manifest, std::vector<std::string>& problems) {
    if (manifest.is_postgres && !settings.is_postgres())
        problems.emplace_back("The backup is of a PostgreSQL database: name an empty one with --database "
                              "postgresql://...");
    else if (!manifest.is_postgres && settings.is_postgres())
        problems.emplace_back("The backup is of the embedded database: leave --database out.");
    else if (settings.is_postgres())
        look_at_postgres_place(settings, problems);
    else
        look_at_sqlite_place(settings, problems);
}

void make_data_folder(const fs::path& folder) {
    std::error_code error;
    const bool made = fs::create_directories(folder, error);
    if (!error && made) fs::permissions(folder, fs::perms::owner_all, error);
    if (error)
        throw MachineFailure(
            fmt::format("The folder {} cannot be made: {}.", folder.string(), error.message()));
}

void restore_files(const Settings& settings, const fs::path& from, const Manifest& manifest) {
    storage::FileStore files(settings.data / "files");
    for (const BackedUpFile& file : manifest.files) {
        const fs::path place = place_in_backup(from, file.digest);
        if (files.put(bytes_of(read_text(place))) != file.digest)
            throw MachineFailure(fmt::format("{} changed while it was read.", place.string()));
    }
}

/// Checks what was restored, brings it up to this program's schema, and gives sentences on what is wrong.
std::vector<std::string> problems_of_restored(const Settings& settings, const std::string& address,
                                              const Manifest& manifest) {
    auto database = storage::Database::open({.address = address, .readers = 1});
    auto migrations = all_migrations();
    if (int applied = storage::migrate(*database, migrations, SystemClock()); applied > 0)
        std::cout << "database: " << applied << " migrations of this newer program applied\n";
    auto problems = problems_of_copy(*database, signer(settings, manifest.verifier_key));
    auto published = database->read([](storage::Session& session) { return ledger::checkpoint(session); });
    const std::uint64_t size = published ? published->checkpoint.size : 0;
    if (size != manifest.ledger_size || (published && published->checkpoint.root != manifest.ledger_root))
        problems.push_back(fmt::format("The ledger of the database has {} entries and is not the one of {} "
                                       "entries that the manifest names.",
                                       size, manifest.ledger_size));
    return problems;
}

void throw_unverified(const std::string& what, const std::vector<std::string>& problems) {
    if (!problems.empty())
        throw MachineFailure(
            fmt::format("The restored database does not verify{}:\n  {}", what, join(problems, "\n  ")));
}

/// Under its own name only when it has been verified: a restore that is cut off leaves no database.
void restore_sqlite(const Settings& settings, const fs::path& from, const Manifest& manifest) {
    const fs::path folder = settings.data / "restoring";
    std::error_code error;
    fs::remove_all(folder, error);
    make_data_folder(folder);
    try {
        const fs::path file = folder / manifest.database_name();
        fs::copy_file(from / manifest.database_name(), file);
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        throw_unverified(", so nothing was kept of it",
                         problems_of_restored(settings, file.string(), manifest));
        storage::make_durable(file);
        fs::rename(file, settings.sqlite_file());
        storage::make_durable(settings.data);
        fs::remove_all(folder, error);
    } catch (const fs::filesystem_error& failure) {
        fs::remove_all(folder, error);
        throw MachineFailure(fmt::format("The database cannot be restored to {}: {}.",
                                         settings.sqlite_file().string(), failure.code().message()));
    } catch (...) {
        fs::remove_all(folder, error);
        throw;
    }
}

void restore_postgres(const Settings& settings, const fs::path& from, const Manifest& manifest) {
    load_postgres(settings.database, from / manifest.database_name());
    throw_unverified("; drop it and try another backup",
                     problems_of_restored(settings, settings.database, manifest));
}

void restore_settings(const Settings& settings, const fs::path& from, const Manifest& manifest) {
    if (!manifest.settings) return;
    const fs::path place = settings.data / settings_name;
    const std::string text = read_text(from / settings_name);
    if (std::error_code ignored; fs::exists(place, ignored)) {
        if (read_text(place) != text) std::cout << place.string() << " was there already and stays.\n";
        return;
    }
    write_text(place, text);
    std::cout << "Look through " << place.string()
              << ": it names addresses as they were when the backup was made.\n";
    if (settings.is_postgres() && text.find(settings.database) == std::string::npos)
        std::cout << "It does not name the database that was restored to: set `database` in it, or give "
                     "--database.\n";
}

/// What the operator must do before the ledger goes on.
void tell_about_key(const Settings& settings) {
    const fs::path key = settings.data / "ledger.key";
    const fs::path guard = ledger::guard_file_of(key);
    std::error_code ignored;
    if (!fs::exists(key, ignored)) {
        std::cout << "The signing key is not here. Before you serve, put it into place with its guard, both "
                     "as they are now, never an older guard:\n  "
                  << key.string() << "\n  " << guard.string()
                  << "\nIf the guard is lost, or if acts since the backup are lost for good: poa ledger "
                     "accept-rollback --data "
                  << settings.data.string() << "\n";
        return;
    }
    Instance instance(settings);
    ledger::Sequencer sequencer(instance.database(), ledger::load_key_file(key), {.guard_file = guard},
                                instance.clock());
    if (auto why = sequencer.why_not_signing())
        std::cout << "The platform can serve, but does not sign: " << *why << "\n";
}

} // namespace

int back_up(const Settings& settings, const fs::path& to) {
    Instance instance(settings);
    ::umask(077); // settings may hold passwords, the database holds what is restricted
    NewFolder folder(to);
    Manifest manifest;
    manifest.program = program_version;
    manifest.made = Instant{instance.clock().now().seconds() * 1'000'000};
    manifest.is_postgres = settings.is_postgres();
    const fs::path database = to / manifest.database_name();
    if (manifest.is_postgres)
        copy_postgres(instance, database, manifest);
    else
        copy_sqlite(instance, database, manifest);
    manifest.database = measure_written(database);
    copy_files(instance, to, manifest);
    copy_settings(settings, to, manifest);
    write_text(to / manifest_name, manifest_text(manifest));
    folder.keep();
    return tell_backup(settings, to, manifest);
}

int restore(const Settings& settings, const fs::path& from) {
    auto manifest = manifest_in(from);
    if (!manifest) throw MachineFailure(manifest.error());
    std::vector<std::string> problems = altered_files(from, *manifest);
    look_at_place(settings, *manifest, problems);
    if (!problems.empty())
        throw MachineFailure(
            fmt::format("Nothing was restored from {}:\n  {}", from.string(), join(problems, "\n  ")));
    ::umask(077);
    make_data_folder(settings.data);
    restore_files(settings, from, *manifest);
    restore_settings(settings, from, *manifest);
    if (manifest->is_postgres)
        restore_postgres(settings, from, *manifest);
    else
        restore_sqlite(settings, from, *manifest);
    std::cout << "Restored to " << settings.data.string() << " as of " << iso(manifest->made)
              << ": ledger of " << manifest->ledger_size << " entries, verified; " << manifest->files.size()
              << " files.\n";
    for (const std::string& problem : manifest->problems)
        std::cout << "Wrong already when the backup was made: " << problem << "\n";
    tell_about_key(settings);
    return 0;
}

} // namespace poa::app
