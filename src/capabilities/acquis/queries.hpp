// SPDX-License-Identifier: Apache-2.0
#pragma once
// The framework as it stood at a moment. All of it is open to everyone.

#include "capabilities/acquis/framework.hpp"
#include "storage/database.hpp"

#include <memory>
#include <mutex>

namespace poa::acquis {

/// The last moment of the day.
[[nodiscard]] Instant end_of(Day day);

/// What was registered and decided up to that moment.
[[nodiscard]] Framework framework_at(storage::Session& session, Instant moment);
/// All of it, whatever the clock says.
[[nodiscard]] Framework framework_now(storage::Session& session);

/// The framework as the newest session saw it: one for the process, read by every thread, made again only
/// where something was registered or decided since.
class CurrentFramework {
  public:
    /// As this session sees it. Any thread.
    [[nodiscard]] std::shared_ptr<const Framework> of(storage::Session& session);

  private:
    std::mutex mutex_;
    std::string seen_; ///< what tells one state from another
    std::shared_ptr<const Framework> framework_;
};

} // namespace poa::acquis
