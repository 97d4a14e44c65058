// SPDX-License-Identifier: Apache-2.0
#pragma once
// What identity asks of those who keep the list of States and organisations.

#include "base/time.hpp"
#include "capabilities/identity/role.hpp"

namespace poa::identity {

class Bodies {
  public:
    virtual ~Bodies() = default;
    /// There is such a State or organisation on that day. The Chair and the secretariat always are.
    [[nodiscard]] virtual bool is_known(const Body& body, Day day) const = 0;
    /// A Member State; not an observer State.
    [[nodiscard]] virtual bool is_member_state(const Body& body, Day day) const = 0;
};

} // namespace poa::identity
