// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/delivery.hpp"

#include "base/input.hpp"

#include <array>

namespace poa::notices {
namespace {

constexpr std::array<std::int64_t, tries_max - 1> pause_minutes = {1, 5, 30, 120, 360, 720, 1440};
constexpr std::array<std::string_view, 4> names = {"waiting", "sent", "given_up", "unwanted"};
constexpr std::array<std::string_view, 4> titles = {N_("waiting to be sent"), N_("sent"), N_("not delivered"),
                                                    N_("not by mail")};

} // namespace

std::string_view name_of(MailStage stage) {
    return names[static_cast<std::size_t>(stage)];
}

std::string_view title_of(MailStage stage) {
    return titles[static_cast<std::size_t>(stage)];
}

AfterAttempt after_attempt(int tries, Attempt attempt, Instant now) {
    switch (attempt) {
    case Attempt::accepted:
        return {MailStage::sent, tries, now};
    case Attempt::refused:
        return {MailStage::given_up, tries + 1, now};
    case Attempt::no_server:
        return {MailStage::waiting, tries, now.plus_seconds(server_again_seconds)};
    case Attempt::later:
        break;
    }
    if (tries + 1 >= tries_max) return {MailStage::given_up, tries + 1, now};
    const std::int64_t minutes = pause_minutes[static_cast<std::size_t>(tries)];
    return {MailStage::waiting, tries + 1, now.plus_seconds(minutes * 60)};
}

} // namespace poa::notices
