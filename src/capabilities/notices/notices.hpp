// SPDX-License-Identifier: Apache-2.0
#pragma once
// What people are told: on their own page, which is the truth, and by mail, which is a copy. The front
// header: other capabilities include only this.

#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/notices/notice_kind.hpp"
#include "storage/migrations.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poa::notices {

/// For storage::migrate, after those of identity.
[[nodiscard]] std::span<const storage::Migration> migrations();

struct Notice {
    Id<identity::Person> person;
    NoticeKind kind = NoticeKind::question_put;
    std::string natural_key;           ///< of what happened: a person is told of it once
    std::string address;               ///< of the page it is about: "/decisions/7"
    std::optional<std::int64_t> year;  ///< where the kind's sentence names one
    std::optional<Instant> until = {}; ///< likewise; only what the public may know
    std::string about = {};            ///< which one it is, for the page and never in a mail: "POA/2026/L.3"
};

/// Tells a person, and queues the mail unless the person does without it, in the transaction of what
/// happened. False where the person was told of that before.
bool queue(ledger::Work& work, const Notice& notice);

/// True the first time it is asked for `what`, and never again: once the transaction is committed.
[[nodiscard]] bool is_first(ledger::Work& work, std::string_view what);

} // namespace poa::notices
