package dev.millrace.limit;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Limits of one user that differ from those of everyone. */
@Entity
@Table(name = "mr_user_limit_override")
public class UserLimitOverrides {
    @Id
    @Column(name = "user_id")
    private UUID owner;

    private int weight;

    @Column(name = "max_running")
    private Integer maxRunning;

    @Column(name = "max_waiting")
    private Integer maxWaiting;

    protected UserLimitOverrides() {}

    /** As everyone. */
    public UserLimitOverrides(UUID owner) {
        this.owner = owner;
        this.weight = 1;
    }

    /**
     * @param weight how many shares of the workers' time, from 1
     * @param maxRunning null = as everyone
     * @param maxWaiting null = as everyone
     */
    void set(int weight, Integer maxRunning, Integer maxWaiting) {
        this.weight = weight;
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
    }

    public UUID userId() {
        return owner;
    }

    public int weight() {
        return weight;
    }

    public Integer maxRunning() {
        return maxRunning;
    }

    public Integer maxWaiting() {
        return maxWaiting;
    }
}
