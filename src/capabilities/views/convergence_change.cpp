// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/convergence_searching.hpp"

#include <iterator>

namespace poa::views {
namespace {

class ChangeSearch {
  public:
    ChangeSearch(const Voices& voices, const std::vector<Option>& options)
        : voices_(voices), options_(options), majority_(voices.answered() / 2 + 1) {}

    [[nodiscard]] std::optional<SmallestChange> smallest(const MeetingGroup& largest) {
        if (largest.actors.size() >= majority_)
            return SmallestChange{largest.at, majority_, largest.actors.size()};
        if (has_units(voices_.variable()))
            for (double point : ends()) try_at(point);
        else
            for (const Option& option : options_) try_at(option);
        return std::move(found_);
    }

  private:
    /// What is least in all, it is at an end of some interval.
    std::vector<double> ends() const {
        std::vector<double> ends;
        for (const Voice& voice : voices_.all()) {
            ends.push_back(voice.answer->least);
            ends.push_back(voice.answer->most);
        }
        std::ranges::sort(ends);
        const auto twice = std::ranges::unique(ends);
        ends.erase(twice.begin(), twice.end());
        return ends;
    }

    static std::tuple<double, Strength> nearness(const Move& move) { return {move.distance, move.strength}; }

    void try_at(double point) {
        start(range_answer(voices_.variable(), point, point));
        for (const Voice& voice : voices_.all())
            hear(voice, std::max({0.0, voice.answer->least - point, point - voice.answer->most}));
        finish();
    }

    void try_at(const Option& option) {
        start(option.at);
        auto lives = option.voices.begin();
        for (std::size_t i = 0; i < voices_.size(); ++i) {
            const bool is_there = lives != option.voices.end() && *lives == i;
            hear(voices_[i], is_there ? 0 : 1);
            if (is_there) ++lives;
        }
        finish();
    }

    void start(Answer at) {
        change_ = SmallestChange{std::move(at), majority_};
        all_.clear();
    }

    void hear(const Voice& voice, double distance) {
        if (distance == 0)
            change_.already += voice.actors.size();
        else
            for (std::size_t actor : voice.actors) all_.push_back({actor, voices_.strength(actor), distance});
    }

    void finish() {
        const std::size_t needed = majority_ - change_.already;
        const auto nearest = [](const Move& a, const Move& b) {
            return std::tuple(nearness(a), a.actor) < std::tuple(nearness(b), b.actor);
        };
        const auto last = all_.begin() + static_cast<std::ptrdiff_t>(needed);
        std::ranges::nth_element(all_, std::prev(last), nearest);
        int firmness = 0;
        for (auto move = all_.begin(); move != last; ++move) {
            change_.cost += move->distance;
            firmness += static_cast<int>(move->strength);
        }
        const Price price{change_.cost, needed, firmness};
        if (found_ && price_ <= price) return;
        price_ = price;
        const Move& farthest = *std::prev(last);
        for (auto left = last; left != all_.end(); ++left)
            if (nearness(*left) == nearness(farthest)) change_.as_near.push_back(left->actor);
        change_.moves.assign(all_.begin(), last);
        std::ranges::sort(change_.moves, {}, &Move::actor);
        std::ranges::sort(change_.as_near);
        found_ = std::move(change_);
    }

    using Price = std::tuple<double, std::size_t, int>;
    const Voices& voices_;
    const std::vector<Option>& options_;
    std::size_t majority_;
    std::vector<Move> all_;
    SmallestChange change_;
    Price price_;
    std::optional<SmallestChange> found_;
};

} // namespace

std::optional<SmallestChange> smallest_change(const Voices& voices, const std::vector<Option>& options,
                                              const MeetingGroup& largest) {
    return ChangeSearch(voices, options).smallest(largest);
}

} // namespace poa::views
