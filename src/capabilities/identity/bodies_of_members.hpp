// SPDX-License-Identifier: Apache-2.0
#pragma once
// The States and organisations of the register of members.

#include "capabilities/identity/bodies.hpp"
#include "capabilities/members/members.hpp"

namespace poa::identity {

class BodiesOfMembers final : public Bodies {
  public:
    /// `current` must outlive this. Any thread.
    explicit BodiesOfMembers(const members::CurrentRegister& current) : current_(current) {}
    [[nodiscard]] bool is_known(const Body& body, Day day) const override;
    [[nodiscard]] bool is_member_state(const Body& body, Day day) const override;

  private:
    const members::CurrentRegister& current_;
};

} // namespace poa::identity
