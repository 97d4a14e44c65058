// SPDX-License-Identifier: Apache-2.0
#pragma once
// All parts of a serving platform, put together: the only place that knows every capability.

#include "app/instance.hpp"
#include "app/mailroom.hpp"
#include "app/metrics.hpp"
#include "app/operations.hpp"
#include "app/timekeeper.hpp"
#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/live.hpp"
#include "capabilities/identity/bodies_of_members.hpp"
#include "capabilities/identity/password.hpp"
#include "capabilities/ledger/background_sequencer.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/views.hpp"
#include "http/server.hpp"
#include "web/site.hpp"

#include <atomic>
#include <memory>

namespace poa::app {

class Platform {
  public:
    /// Opens everything and starts what runs beside the requests. Throws MachineFailure, with a sentence,
    /// where the platform must not start.
    explicit Platform(const Settings& settings);
    ~Platform();

    [[nodiscard]] web::Site& site() { return *site_; }
    [[nodiscard]] const web::Routes& routes() const { return routes_; }
    [[nodiscard]] Instance& instance() { return instance_; }
    /// Tells the server's event streams of commits from now on.
    void announce_to(http::Server* server);
    /// Follows the record, reminds and sends mail from now on. Needs settings without problems.
    void begin_notices();

  private:
    void add_capabilities();
    void add_gauges();
    [[nodiscard]] web::SiteLinks site_links();
    [[nodiscard]] std::vector<NotReady> readiness();
    [[nodiscard]] std::string why_not_signing();
    void committed();

    Instance instance_;
    members::CurrentRegister states_;
    views::CurrentStanding positions_;
    charter::CurrentCharter charter_;
    acquis::CurrentFramework framework_;
    decisions::Effects effects_; ///< what decisions can do: each capability adds its own
    std::unique_ptr<decisions::Live> live_;
    identity::BodiesOfMembers bodies_{states_};
    identity::PasswordHashing hashing_;
    web::Routes routes_;
    std::unique_ptr<Metrics> metrics_;
    std::unique_ptr<web::Site> site_;
    std::unique_ptr<ledger::Sequencer> sequencer_;
    std::atomic<http::Server*> server_ = nullptr;
    std::mutex ending_; ///< held while a commit is told of
    bool ended_ = false;
    std::unique_ptr<Timekeeper> timekeeper_;
    std::unique_ptr<ledger::BackgroundSequencer> background_;
    std::unique_ptr<Mailroom> mailroom_; ///< ends first; none until it begins
};

} // namespace poa::app
