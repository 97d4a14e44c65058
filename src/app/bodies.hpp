// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/identity/bodies.hpp"
#include "capabilities/members/members.hpp"

namespace poa::app {

/// The bodies that people act for, out of the register of States and organisations.
class RegisterBodies final : public identity::Bodies {
  public:
    explicit RegisterBodies(const members::CurrentRegister& current) : current_(current) {}
    [[nodiscard]] bool is_known(const identity::Body& body, Day day) const override;
    [[nodiscard]] bool is_member_state(const identity::Body& body, Day day) const override;

  private:
    const members::CurrentRegister& current_;
};

} // namespace poa::app
