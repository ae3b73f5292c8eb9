package io.konsens.agreement.campaign.web;

import io.konsens.agreement.campaign.Announcement;
import io.konsens.agreement.campaign.Announcements;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts what is announced on the home page, which belongs to the platform and knows no campaign. */
@ControllerAdvice(annotations = Controller.class)
class HomeAnnouncements {

    private final Announcements announcements;

    HomeAnnouncements(Announcements announcements) {
        this.announcements = announcements;
    }

    @ModelAttribute("announcements")
    List<Announcement> announcements(HttpServletRequest request) {
        return request.getRequestURI().equals("/") ? announcements.current() : List.of();
    }
}
