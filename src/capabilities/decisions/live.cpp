// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/live.hpp"

#include "capabilities/decisions/live_state.hpp"

#include <array>
#include <set>

namespace poa::decisions {
namespace {

constexpr std::array<std::string_view, 3> viewers{"public", "states", "chair"};

} // namespace

std::string channel_of(Id<Proposal> proposal, Viewer viewer) {
    return fmt::format("proposal:{}:{}", proposal.number, viewers[static_cast<std::size_t>(viewer)]);
}

Live::Live(storage::Database& database, const Clock& clock, Settings settings)
    : database_(database), clock_(clock), settings_(settings), thread_([this] { run(); }) {}

Live::~Live() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Live::publish_to(Publish publish, Listened listened) {
    std::lock_guard lock(publishing_);
    publish_ = std::move(publish);
    listened_ = std::move(listened);
}

std::optional<Live::Beginning> Live::listen(Id<Proposal> proposal, Viewer viewer) {
    auto read = [&](storage::Session& session) { return live_state(session, proposal); };
    if (!database_.read(read)) return std::nullopt;
    const std::string channel = channel_of(proposal, viewer);
    {
        std::lock_guard lock(mutex_);
        Watched& watched = watched_[channel];
        watched.proposal = proposal;
        watched.viewer = viewer;
        watched.asked = std::chrono::steady_clock::now();
    }
    // Read once more: what is committed from here on is told to the channel.
    auto state = database_.read(read);
    if (!state) return std::nullopt;
    return Beginning{channel,
                     live_text(live_fields(*state, viewer), revision_of(*state, viewer), clock_.now())};
}

void Live::wake() noexcept {
    {
        std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void Live::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        changed_.wait(lock, [this] { return woken_ || stopping_; });
        if (stopping_) return;
        woken_ = false; // before looking: a commit during the look wakes again
        lock.unlock();
        const bool is_well = look();
        lock.lock();
        woken_ = woken_ || !is_well;
        changed_.wait_for(lock, is_well ? settings_.gather : settings_.retry, [this] { return stopping_; });
    }
}

bool Live::look() {
    try {
        drop_unheard();
        for (Id<Proposal> proposal : watched_proposals()) tell(proposal);
        return true;
    } catch (const std::exception&) { // nobody waits for an answer; the requests tell the operator
        return false;
    }
}

void Live::drop_unheard() {
    std::set<std::string> heard;
    {
        std::lock_guard lock(publishing_);
        if (listened_)
            for (std::string& channel : listened_()) heard.insert(std::move(channel));
    }
    const auto since = std::chrono::steady_clock::now() - settings_.remembered;
    std::lock_guard lock(mutex_);
    std::erase_if(watched_, [&](const auto& named) {
        return named.second.asked < since && !heard.contains(named.first);
    });
}

std::vector<Id<Proposal>> Live::watched_proposals() {
    std::vector<Id<Proposal>> proposals;
    std::lock_guard lock(mutex_);
    for (const auto& [channel, watched] : watched_)
        if (proposals.empty() || proposals.back() != watched.proposal) proposals.push_back(watched.proposal);
    return proposals; // channels of one proposal stand together
}

void Live::tell(Id<Proposal> proposal) {
    auto state = database_.read([&](storage::Session& session) { return live_state(session, proposal); });
    require(state.has_value(), "a proposal is never taken away");
    for (Viewer viewer : {Viewer::public_, Viewer::member_state, Viewer::chair}) {
        const std::string channel = channel_of(proposal, viewer);
        std::string fields = live_fields(*state, viewer);
        {
            std::lock_guard lock(mutex_);
            auto watched = watched_.find(channel);
            if (watched == watched_.end() || watched->second.said == fields) continue;
            watched->second.said = fields;
        }
        std::lock_guard lock(publishing_);
        if (publish_) publish_(channel, live_text(fields, revision_of(*state, viewer), clock_.now()));
    }
}

} // namespace poa::decisions
