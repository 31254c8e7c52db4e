package org.qipan.web;

import java.util.NoSuchElementException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** What a person can run into without a mistake of the program: each has its page, none is a 500. */
@ControllerAdvice
class ErrorAdvice {

    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView missing() {
        return page(HttpStatus.NOT_FOUND);
    }

    /** An address with something in it that names nothing is the address of nothing. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView unreadable(MethodArgumentTypeMismatchException e) {
        boolean address = e.getParameter().hasParameterAnnotation(PathVariable.class);
        return page(address ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    ModelAndView stale() {
        return page(HttpStatus.CONFLICT);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge() {
        return page(HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @ExceptionHandler({
        CannotAcquireLockException.class,
        PessimisticLockingFailureException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView unavailable() {
        return page(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static ModelAndView page(HttpStatus status) {
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        return page;
    }
}
