// SPDX-License-Identifier: Apache-2.0
#include "app/instance.hpp"

#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/commitments/commitments.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/documents/queries_originals.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/key.hpp"
#include "capabilities/ledger/queries.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/notices/notices.hpp"
#include "capabilities/peer_review/peer_review.hpp"
#include "capabilities/views/views.hpp"

namespace poa::app {
namespace {

storage::Settings storage_settings(const Settings& settings, bool create) {
    storage::Settings made;
    made.address = settings.database_address();
    made.create = create;
    made.readers = settings.workers + 1;
    made.writers = settings.workers + 1;
    return made;
}

void append(std::vector<storage::Migration>& all, std::span<const storage::Migration> more) {
    all.insert(all.end(), more.begin(), more.end());
}

std::string listed(const std::vector<std::string>& sentences) {
    return join(sentences, "\n  ");
}

/// What was recorded gets its place at once, so that a fresh folder verifies.
void sequence(storage::Database& database, const Settings& settings, const Clock& clock) {
    std::filesystem::path file = settings.data / "ledger.key";
    ledger::Sequencer::Settings sequencing;
    sequencing.guard_file = ledger::guard_file_of(file);
    ledger::Sequencer sequencer(database, ledger::load_key_file(file), sequencing, clock);
    while (sequencer.run_once()) {
    }
}

/// A ledger has one name, for good: asking for another is refused, not passed over.
void require_own_name(const Settings& settings, const std::string& origin) {
    std::filesystem::path file = settings.data / "ledger.key";
    if (origin.empty() || !std::filesystem::exists(file)) return;
    std::string name = ledger::load_key_file(file).verifier().name;
    if (origin != name)
        throw MachineFailure(fmt::format(
            "The ledger of {} has its name already: {}. All that was signed bears it, so it stays; "
            "run poa init without --origin.",
            settings.data.string(), name));
}

/// A key is made for a ledger that has not begun, never for one that was signed with another.
bool make_key(const Settings& settings, const std::string& origin, storage::Database& database) {
    std::filesystem::path file = settings.data / "ledger.key";
    if (std::filesystem::exists(file)) return false;
    auto standing = database.read([](storage::Session& session) { return ledger::standing(session); });
    if (!standing.verifier_key.empty())
        throw MachineFailure(fmt::format(
            "The database has a ledger that was signed with the key {}, and {} is not here. Put that key and "
            "its guard ({}) into place, as they are now; a new key could not go on with this ledger. Without "
            "the guard: poa ledger accept-rollback --data {}",
            standing.verifier_key, file.string(), ledger::guard_file_of(file).string(),
            settings.data.string()));
    (void)ledger::make_key_file(file, origin);
    ledger::make_guard_file(ledger::guard_file_of(file));
    return true;
}

/// The sentence on what was done; empty where the mechanism has its charter already.
std::string found(storage::Database& database, const Clock& clock, const charter::Charter* asked) {
    const charter::Charter& first = asked != nullptr ? *asked : charter::Presets::shipped().agreed();
    auto founded = database.write([&](storage::Session& session) {
        ledger::Work work(session, clock.now());
        return charter::found_mechanism(work, identity::Actor::operator_(), first);
    });
    if (founded)
        return fmt::format("charter in force: {} (version {})", first.head().title_in("en"), *founded);
    const Reason& why = founded.error().reasons.front();
    if (why.code != "charter.in_force_already")
        throw MachineFailure(
            fmt::format("The charter {} contradicts itself; poa charter check tells where", first.id()));
    if (asked != nullptr)
        throw MachineFailure("The mechanism has a charter already; only a decision changes it. Run poa init "
                             "without --charter");
    return {};
}

} // namespace

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    append(all, ledger::migrations());
    append(all, members::migrations());
    append(all, identity::migrations());
    append(all, charter::migrations());
    append(all, documents::migrations());
    append(all, decisions::migrations());
    append(all, views::migrations());
    append(all, acquis::migrations());
    append(all, national_reports::migrations());
    append(all, peer_review::migrations());
    append(all, notices::migrations());
    append(all, commitments::migrations());
    return all;
}

Instance::Instance(Settings settings) : settings_(std::move(settings)) {
    if (!std::filesystem::is_directory(settings_.data))
        throw MachineFailure(fmt::format("There is no folder {}. Make one with: poa init --data {}",
                                         settings_.data.string(), settings_.data.string()));
    database_ = storage::Database::open(storage_settings(settings_, false));
    auto migrations = all_migrations();
    if (auto problems = storage::schema_problems(*database_, migrations); !problems.empty())
        throw MachineFailure(fmt::format("The database {} cannot be used by this program:\n  {}",
                                         settings_.is_postgres() ? "" : settings_.sqlite_file().string(),
                                         listed(problems)));
    files_ = std::make_unique<storage::FileStore>(settings_.data / "files");
}

std::vector<std::string> initialise(const Settings& settings, const std::string& origin,
                                    const charter::Charter* charter) {
    std::vector<std::string> done;
    std::error_code error;
    std::filesystem::create_directories(settings.data, error);
    if (error)
        throw MachineFailure(
            fmt::format("The folder {} cannot be made: {}", settings.data.string(), error.message()));
    require_own_name(settings, origin);
    SystemClock clock;
    {
        auto database = storage::Database::open(storage_settings(settings, true));
        auto migrations = all_migrations();
        if (int applied = storage::migrate(*database, migrations, clock); applied > 0)
            done.push_back(fmt::format("database: {} migrations applied", applied));
        if (make_key(settings, origin, *database))
            done.emplace_back("signing key of the ledger made (keep a copy of ledger.key in a safe place)");
        auto loaded = database->write([&](storage::Session& session) {
            ledger::Work work(session, clock.now());
            return members::load_reference(
                work, {reference_file("members.json"), reference_file("organisations.json")});
        });
        if (!loaded)
            throw MachineFailure("The shipped reference data does not read: " +
                                 loaded.error().reasons.front().code);
        auto framework = database->write([&](storage::Session& session) {
            ledger::Work work(session, clock.now());
            return acquis::register_shipped(work, reference_file("acquis.json"));
        });
        if (!framework)
            throw MachineFailure("The shipped framework does not read: " +
                                 framework.error().reasons.front().code);
        std::string founding = found(*database, clock, charter);
        sequence(*database, settings, clock);
        if (!founding.empty()) done.push_back(std::move(founding));
        if (loaded->changed)
            done.push_back(
                fmt::format("reference data: {} Member States, {} observer States, {} organisations",
                            loaded->member_states, loaded->observer_states, loaded->organisations));
        if (framework->changed)
            done.push_back(fmt::format("framework: {} instruments, {} items, {} practical actions",
                                       framework->instruments, framework->items_added,
                                       framework->checklists));
    }
    storage::FileStore files(settings.data / "files");
    return done;
}

std::vector<std::string> missing_files(Instance& instance) {
    std::vector<std::string> sentences;
    auto files = instance.database().read(
        [](storage::Session& session) { return documents::original_files(session); });
    for (const documents::OriginalFile& file : files)
        if (!instance.files().has(file.digest))
            sentences.push_back(
                fmt::format("the file of document {} is missing: {} ({}); restore it from a backup",
                            file.slug, file.digest.hex(), file.file_name));
    return sentences;
}

void sequence(Instance& instance) {
    sequence(instance.database(), instance.settings(), instance.clock());
}

} // namespace poa::app
