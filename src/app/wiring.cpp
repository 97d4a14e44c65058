// SPDX-License-Identifier: Apache-2.0
#include "app/wiring.hpp"

#include "app/charter_links.hpp"
#include "app/effects.hpp"
#include "app/held.hpp"
#include "app/home.hpp"
#include "app/log.hpp"
#include "app/operations.hpp"
#include "app/simulating_commands.hpp"
#include "app/version.hpp"
#include "capabilities/acquis/module.hpp"
#include "capabilities/commitments/module.hpp"
#include "capabilities/decisions/module.hpp"
#include "capabilities/documents/module.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/identity/module.hpp"
#include "capabilities/ledger/key.hpp"
#include "capabilities/ledger/module.hpp"
#include "capabilities/ledger/queries.hpp"
#include "capabilities/members/module.hpp"
#include "capabilities/national_reports/module.hpp"
#include "capabilities/notices/module.hpp"
#include "capabilities/peer_review/module.hpp"
#include "capabilities/views/module.hpp"

namespace poa::app {
namespace {

ledger::Sequencer::Settings sequencing(const Settings& settings) {
    ledger::Sequencer::Settings made;
    made.guard_file = ledger::guard_file_of(settings.data / "ledger.key");
    return made;
}

/// A reader may open what the reader may see: what stands for one body opens to who acts for it.
bool may_open(const web::Visit& visit, const ledger::Recorded& recorded) {
    const identity::Actor& actor = identity::actor_of(visit);
    const ledger::Entry& entry = recorded.entry;
    if (actor.is_signed_in() && entry.person == actor.person().number) return true;
    return entry.audience != Audience::everyone && actor.reader().may_see(entry.audience, entry.on_behalf);
}

std::pair<int, std::string> classify(const std::exception& failure) {
    if (const auto* database = dynamic_cast<const storage::DatabaseError*>(&failure)) {
        using Kind = storage::DatabaseError::Kind;
        if (database->kind() == Kind::full || database->kind() == Kind::read_only)
            return {507, "request.storage_full"};
        if (database->kind() == Kind::again || database->kind() == Kind::unavailable)
            return {503, "request.failed"};
    }
    return {500, "request.failed"};
}

} // namespace

Platform::Platform(const Settings& settings) : instance_(settings) {
    instance_.database().read([&](storage::Session& session) { states_.refresh(session); });
    auto key = ledger::load_key_file(settings.data / "ledger.key");
    sequencer_ = std::make_unique<ledger::Sequencer>(instance_.database(), std::move(key),
                                                     sequencing(settings), instance_.clock());
    if (auto why = sequencer_->why_not_signing())
        log::write(log::Level::error, "ledger.stands_still", {{"why", *why}});
    for (const std::string& sentence : missing_files(instance_))
        log::write(log::Level::error, "file.missing", {{"what", sentence}});
    add_all_effects(effects_);
    live_ = std::make_unique<decisions::Live>(instance_.database(), instance_.clock());
    add_capabilities();
    metrics_ = std::make_unique<Metrics>(routes_);
    add_gauges();
    web::SiteSettings site;
    site.frame.platform_name = settings.platform_name;
    site.frame.is_exercise = settings.exercise;
    site.build = "poa " + std::string(program_version);
    site.public_url = settings.public_url;
    site.kept_bytes_max = static_cast<std::size_t>(settings.page_cache_kib) * 1024;
    site_ = std::make_unique<web::Site>(std::move(site), routes_, site_links());
    ledger::BackgroundSequencer::Settings background;
    background.on_problem = [](const std::string& problem) {
        log::write(problem.empty() ? log::Level::info : log::Level::error,
                   problem.empty() ? "ledger.goes_on" : "ledger.stands_still", {{"why", problem}});
    };
    timekeeper_ = std::make_unique<Timekeeper>(instance_.database(), instance_.clock(),
                                               decisions::Mechanism{charter_, states_, effects_});
    background_ = std::make_unique<ledger::BackgroundSequencer>(*sequencer_, background);
    instance_.database().on_commit([this] { committed(); });
}

Platform::~Platform() {
    std::lock_guard lock(ending_);
    ended_ = true;
}

void Platform::announce_to(http::Server* server) {
    {
        std::lock_guard lock(ending_);
        server_ = server;
    }
    if (server == nullptr) return live_->publish_to({}, {});
    live_->publish_to([server](const std::string& channel,
                               const std::string& text) { server->tell(channel, "state", text); },
                      [server] { return server->channels(); });
}

void Platform::begin_notices() {
    auto begun = std::make_unique<Mailroom>(instance_, charter_, states_);
    std::lock_guard lock(ending_);
    mailroom_ = std::move(begun);
}

void Platform::committed() {
    std::lock_guard lock(ending_);
    if (ended_) return;
    background_->wake();
    timekeeper_->wake();
    live_->wake();
    if (mailroom_) mailroom_->wake();
    if (http::Server* server = server_) server->announce(instance_.database().position());
}

void Platform::add_capabilities() {
    storage::Database& database = instance_.database();
    const Settings& settings = instance_.settings();
    ledger::add_routes(routes_,
                       {database, sequencer_->verifier().name,
                        [](const web::Visit& visit) { return identity::actor_of(visit).reader().least(); },
                        may_open, [this] { return background_ ? background_->problem() : std::string(); }});
    identity::add_routes(routes_, {database, instance_.clock(), bodies_, hashing_, states_});
    documents::add_routes(routes_, {database, instance_.clock(), instance_.files(), states_});
    views::add_routes(
        routes_, {database, instance_.clock(), instance_.files(), states_, positions_, settings.public_url});
    charter::add_routes(routes_, {database, instance_.clock(), states_, charter_, settings.public_url,
                                  passages_for_charters(database, states_),
                                  voices_for_charters(database, positions_), parts_through_commands});
    decisions::add_routes(routes_, {database, instance_.clock(), charter_, states_, effects_, *live_});
    national_reports::add_routes(routes_, {database, instance_.clock(), instance_.files(), charter_, states_,
                                           framework_, settings.public_url});
    peer_review::add_routes(routes_, {database, instance_.clock(), {charter_, states_, framework_}});
    acquis::add_routes(routes_, {database, instance_.clock(), states_, framework_, held_of_items(states_)});
    notices::add_routes(routes_, {database, instance_.clock(), mailboxes(), settings.sends_mail()});
    commitments::add_routes(routes_, {database, instance_.clock(), states_, framework_});
    members::add_routes(routes_, held_in(database, instance_.clock(), states_));
    add_home(routes_, {database, states_, instance_.clock(), charter_, settings.platform_name});
    add_operations(routes_, settings,
                   {[this] { return readiness(); }, [this] { return instance_.database().position(); },
                    [this] { return metrics_->text(); }});
    add_openapi(routes_, settings);
}

void Platform::add_gauges() {
    metrics_->gauge("poa_journal_position", "Grows with every commit.",
                    [this] { return static_cast<double>(instance_.database().position()); });
    auto standing = [this] {
        return instance_.database().read([](storage::Session& session) { return ledger::standing(session); });
    };
    metrics_->gauge("poa_ledger_entries", "Published entries.",
                    [standing] { return static_cast<double>(standing().size); });
    metrics_->gauge("poa_ledger_waiting", "Journal entries without a place in the ledger.",
                    [standing] { return static_cast<double>(standing().waiting); });
    metrics_->gauge("poa_ledger_stands_still", "1 where the ledger does not sign.",
                    [this] { return background_ && !background_->problem().empty() ? 1.0 : 0.0; });
    for (const auto stage : {notices::MailStage::waiting, notices::MailStage::given_up})
        metrics_->gauge(
            "poa_mails_" + std::string(name_of(stage)),
            stage == notices::MailStage::waiting ? "Mails waiting to be sent." : "Mails that were given up.",
            [this, stage] {
                return static_cast<double>(instance_.database().read(
                    [&](storage::Session& session) { return notices::store::count_mails(session, stage); }));
            });
    auto counts = [this] {
        http::Server* server = server_;
        return server != nullptr ? server->counts() : http::Server::Counts{};
    };
    metrics_->gauge("poa_connections", "Open connections.",
                    [counts] { return static_cast<double>(counts().connections); });
    metrics_->gauge("poa_event_streams", "Open event streams.",
                    [counts] { return static_cast<double>(counts().event_streams); });
    metrics_->gauge("poa_requests_waiting", "Requests waiting for a worker.",
                    [counts] { return static_cast<double>(counts().waiting); });
}

/// Empty where the ledger signs. The background's word comes only once something waits; so it is asked as
/// well.
std::string Platform::why_not_signing() {
    if (background_ && !background_->problem().empty()) return background_->problem();
    return sequencer_->why_not_signing().value_or("");
}

std::vector<NotReady> Platform::readiness() {
    try {
        instance_.database().read([](storage::Session& session) { (void)ledger::checkpoint(session); });
    } catch (const std::exception& failure) {
        return {{"the database does not answer", failure.what()}};
    }
    std::string why;
    try {
        why = why_not_signing();
    } catch (const std::exception& failure) {
        why = failure.what();
    }
    if (why.empty()) return {};
    return {{"the ledger does not sign", why}};
}

web::SiteLinks Platform::site_links() {
    web::SiteLinks links;
    links.visitor_of =
        identity::visitors({instance_.database(), instance_.clock(), bodies_, hashing_, states_});
    links.position = [this] { return instance_.database().position(); };
    links.classify = classify;
    bool each_request = instance_.settings().log_requests;
    links.done = [this, each_request](const http::Request& request, const std::string& route, int status,
                                      std::uint64_t bytes, std::int64_t microseconds) {
        metrics_->request(route, status, bytes, microseconds);
        if (each_request)
            log::write(log::Level::info, "request",
                       {{"id", request.id},
                        {"method", http::name_of(request.method)},
                        {"route", route},
                        {"status", std::to_string(status)},
                        {"bytes", std::to_string(bytes)},
                        {"microseconds", std::to_string(microseconds)}});
    };
    links.failure = [this](const http::Request* request, const char* what) {
        metrics_->failure();
        log::write(log::Level::error, "request.failed",
                   {{"id", request != nullptr ? request->id : "-"}, {"what", what}});
    };
    return links;
}

} // namespace poa::app
