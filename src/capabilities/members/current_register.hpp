// SPDX-License-Identifier: Apache-2.0
#pragma once
// The register that holds now: one for the process, read by every thread, exchanged when the data changes.

#include "capabilities/members/register.hpp"
#include "storage/database.hpp"

#include <atomic>
#include <memory>

namespace poa::members {

class CurrentRegister {
  public:
    CurrentRegister() : register_(std::make_shared<const Register>()) {}

    /// Cheap; the register lives as long as the pointer is kept. Empty until the first `refresh`.
    [[nodiscard]] std::shared_ptr<const Register> now() const { return register_.load(); }

    /// Reads the database where its texts differ from those of the register at hand. Returns whether the
    /// register was exchanged. Any thread. Throws DatabaseError; MachineFailure where the kept texts do not
    /// read back.
    bool refresh(storage::Session& session);

  private:
    std::atomic<std::shared_ptr<const Register>> register_;
};

} // namespace poa::members
