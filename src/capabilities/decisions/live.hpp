// SPDX-License-Identifier: Apache-2.0
#pragma once
// The state of what is asked about a proposal, pushed to every screen that shows it. One channel for a
// proposal and a kind of viewer, so that nobody is sent what is not for them; only proposals somebody listens
// to are looked at.

#include "base/time.hpp"
#include "capabilities/decisions/question.hpp"
#include "storage/database.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace poa::decisions {

/// "proposal:12:public", "proposal:12:states", "proposal:12:chair".
[[nodiscard]] std::string channel_of(Id<Proposal> proposal, Viewer viewer);

class Live {
  public:
    struct Settings {
        /// The shortest time from one look to the next: what is committed meanwhile is told together.
        std::chrono::milliseconds gather{50};
        /// How long a channel is looked at after somebody asked to listen and before they are heard of as a
        /// listener. Not longer than the server keeps what was said (http::Limits::channel_kept_seconds).
        std::chrono::milliseconds remembered{60'000};
        std::chrono::milliseconds retry{1000}; ///< after a database that did not answer
    };
    /// Sends a state (live_state.hpp) to all who listen to a channel. Own thread; must not call back.
    using Publish = std::function<void(const std::string& channel, const std::string& text)>;
    /// The channels with listeners, whatever else there is among them.
    using Listened = std::function<std::vector<std::string>()>;

    /// Starts at once. Both must outlive this.
    Live(storage::Database& database, const Clock& clock, Settings settings);
    Live(storage::Database& database, const Clock& clock) : Live(database, clock, Settings{}) {}
    ~Live();
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    /// From now on; once it returns, what was given before is not called any more.
    void publish_to(Publish publish, Listened listened);

    /// What a new listener needs: the channel, and the state to begin with.
    struct Beginning {
        std::string channel, first;
    };
    /// For the answer that begins an event stream. Whoever asks for a viewer's kind must be of it. Nothing
    /// where there is no such proposal. Any thread.
    [[nodiscard]] std::optional<Beginning> listen(Id<Proposal> proposal, Viewer viewer);

    /// Something was committed. Cheap, any thread, does not throw: made for storage::Database::on_commit.
    void wake() noexcept;

  private:
    struct Watched {
        Id<Proposal> proposal;
        Viewer viewer = Viewer::public_;
        std::chrono::steady_clock::time_point asked;
        std::string said; ///< the fields last published; empty: none
    };

    void run();
    bool look(); ///< false where the database did not answer
    void drop_unheard();
    [[nodiscard]] std::vector<Id<Proposal>> watched_proposals();
    void tell(Id<Proposal> proposal);

    storage::Database& database_;
    const Clock& clock_;
    const Settings settings_;
    std::mutex publishing_; ///< guards the two; held while they are called
    Publish publish_;
    Listened listened_;
    std::mutex mutex_; ///< guards what follows
    std::condition_variable changed_;
    std::map<std::string, Watched> watched_; ///< by channel
    bool woken_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace poa::decisions
